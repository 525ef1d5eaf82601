package wrenchline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Cuts the power under the product, again and again: its data lie on a disk of their own that stops at a random moment and forgets
 * what was not synced. Needs root on Linux, for the loop mount.
 */
public final class PowerCut {

    private PowerCut() {}

    /** {@code PowerCut CUTS SEED FOLDER COMMAND...}, the data in {@code FOLDER/disk/data}; ends with 1 when something acknowledged is lost. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            System.err.println("usage: PowerCut CUTS SEED FOLDER COMMAND...");
            System.exit(2);
        }
        Path folder = Path.of(arguments[2]);
        List<String> command = List.of(arguments).subList(3, arguments.length);
        KillLoop.Report report;
        try (LoopDisk disk = LoopDisk.mount(folder.resolve("disk.img"), folder.resolve("disk"));
                ChildProduct product = new ChildProduct(
                        command, disk.folder().resolve("data/access.json"), folder.resolve("product.log"))) {
            report = KillLoop.run(product, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), dying -> {
                disk.cut();
                dying.kill();
                disk.mountAgain();
            });
        }
        System.out.println(report);
        System.exit(report.lost().isEmpty() ? 0 : 1);
    }
}
