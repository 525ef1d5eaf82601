package wrenchline.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the product until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Run the product, or a part of it, until Ctrl-C. ./start prepares the telephone system and ends in this.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        Home home = Home.here();
        DataFolder data = DataFolder.open(options.data(home));
        if (!data.isOurs()) {
            throw new IllegalStateException(
                    "starting in " + data.path() + ": another Wrenchline runs there; stop it or use --data");
        }
        Product product = Product.start(options, home, data, new Console(out));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            out.println("stopping");
                            product.close();
                            data.close();
                            out.println("stopped");
                            out.flush();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
        return 0;
    }
}
