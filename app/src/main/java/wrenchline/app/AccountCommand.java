package wrenchline.app;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may sign in; asks the product that runs. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Make accounts, give them roles, shut them and reset passwords. The product must be running.")
final class AccountCommand {

    private static final String ROLES = "One of admin, customer-service-manager, supervisor, agent, repair-supervisor,"
            + " engineer, warehouse-keeper, assistant, auditor, customer.";

    @Mixin
    private final InData in = new InData();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the accounts.")
    int list() {
        for (Object item : in.product().get("/accounts").getJsonArray("items")) {
            JsonObject account = (JsonObject) item;
            out().printf(
                            "%-24s %-26s %s%n",
                            account.getString("name"), role(account), account.getBoolean("disabled") ? "disabled" : "");
        }
        out().flush();
        return 0;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Make an account; its password is printed once.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, description = ROLES) String role,
            @Option(names = "--customer", description = "Whose machines it sees, for the role customer.") @Nullable
                    String customer) {
        return tell(in.product().post("/accounts", granted(role, customer).put("name", name)));
    }

    @Command(name = "role", mixinStandardHelpOptions = true, description = "Give an account another role.")
    int role(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ROLE", description = ROLES) String role,
            @Option(names = "--customer", description = "Whose machines it sees, for the role customer.") @Nullable
                    String customer) {
        return tell(in.product().post("/accounts/" + name + "/role", granted(role, customer)));
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Shut an account at once.")
    int disable(@Parameters(paramLabel = "NAME") String name) {
        return tell(in.product().post("/accounts/" + name + "/disable", new JsonObject()));
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Open an account again.")
    int enable(@Parameters(paramLabel = "NAME") String name) {
        return tell(in.product().post("/accounts/" + name + "/enable", new JsonObject()));
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Give an account a new password, printed once.")
    int reset(@Parameters(paramLabel = "NAME") String name) {
        return tell(in.product().post("/accounts/" + name + "/reset", new JsonObject()));
    }

    private int tell(JsonObject account) {
        out().println("account      " + account.getString("name") + "   (" + role(account) + ")");
        if (account.getBoolean("disabled")) {
            out().println("it is disabled");
        }
        if (account.getString("password") != null) {
            out().println("password     " + account.getString("password") + "   (told only now)");
        }
        out().flush();
        return 0;
    }

    private static String role(JsonObject account) {
        String customer = account.getString("customer");
        return account.getString("role") + (customer == null ? "" : " " + customer);
    }

    private static JsonObject granted(String role, @Nullable String customer) {
        return new JsonObject().put("role", role).put("customer", Objects.requireNonNullElse(customer, ""));
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
