package wrenchline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The directions of the house. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("wrenchline");

    /** Each library and the packages that own it. */
    private static final Map<String, String[]> OWNERS = Map.ofEntries(
            Map.entry("io.questdb..", owners("store.series")),
            Map.entry("com.influxdb..", owners("store.series")),
            Map.entry("okhttp3..", owners("store.series")),
            Map.entry("org.jdbi..", owners("store.sql")),
            Map.entry("org.flywaydb..", owners("store.sql")),
            Map.entry("com.zaxxer..", owners("store.sql")),
            Map.entry("org.postgresql..", owners("store.sql")),
            Map.entry("java.sql..", owners("store.sql", "bench.desk")),
            Map.entry("org.asteriskjava..", owners("hotline.asterisk")),
            Map.entry("org.jsmpp..", owners("hotline.sms.smpp", "bench")),
            Map.entry("org.bouncycastle..", owners("gateway.identity", "dashboard.auth")),
            Map.entry("org.eclipse.paho..", owners("gateway.mqtt", "bench")),
            Map.entry("com.digitalpetri.modbus..", owners("gateway.modbus")),
            Map.entry("com.google.protobuf..", owners("gateway.sparkplug")),
            Map.entry("io.vertx.mqtt..", owners("gateway.mqtt")),
            Map.entry("io.netty..", owners("gateway.mqtt")),
            Map.entry(
                    "io.vertx.ext.web..",
                    owners("dashboard.http", "dashboard.live", "dashboard.auth", "dashboard.web")),
            Map.entry("biweekly..", owners("dashboard.calendar")),
            Map.entry("io.nayuki.qrcodegen..", owners("dashboard.qr")),
            Map.entry("com.tdunning..", owners("prediction.series")),
            Map.entry("org.snakeyaml..", owners("config")),
            Map.entry("de.siegmar..", owners("dashboard.sheet")),
            Map.entry("org.dhatim..", owners("dashboard.sheet")),
            Map.entry("picocli..", owners("app")));

    @Test
    void the_core_needs_the_jdk_alone() {
        classes()
                .that()
                .resideInAPackage("wrenchline.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("wrenchline.core..", "java..", "javax.crypto..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void no_package_cycles() {
        slices().matching("wrenchline.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void siblings_never_import_each_other() {
        String[] siblings = {"gateway", "hotline", "dashboard", "prediction", "store"};
        for (String one : siblings) {
            for (String other : siblings) {
                if (!one.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage("wrenchline." + one + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("wrenchline." + other + "..")
                            .allowEmptyShould(true)
                            .check(PRODUCT);
                }
            }
        }
    }

    @Test
    void a_library_stays_in_the_package_that_owns_it() {
        OWNERS.forEach((library, owners) -> noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PRODUCT));
    }

    private static String[] owners(String... packages) {
        String[] names = new String[packages.length];
        for (int index = 0; index < packages.length; index++) {
            names[index] = "wrenchline." + packages[index] + "..";
        }
        return names;
    }
}
