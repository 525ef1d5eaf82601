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

    /** {@code PowerCut CUTS SEED FOLDER COMMAND...}, the data in {@code FOLDER/disk/data}; ends with 1 when something acknowledged is lost or the books do not agree. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            System.err.println("usage: PowerCut CUTS SEED FOLDER COMMAND...");
            System.exit(2);
        }
        List<String> command = List.of(arguments).subList(3, arguments.length);
        KillLoop.Report report =
                run(Path.of(arguments[2]), command, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        System.out.println(report);
        System.exit(report.isClean() ? 0 : 1);
    }

    /**
     * Cuts {@code cuts} times.
     *
     * @param folder to work in
     * @param command starts the product with its data in {@code disk/data} of {@code folder}
     */
    public static KillLoop.Report run(Path folder, List<String> command, int cuts, long seed)
            throws IOException, InterruptedException {
        try (LoopDisk disk = LoopDisk.mount(folder.resolve("disk.img"), folder.resolve("disk"));
                ChildProduct product = new ChildProduct(
                        command, disk.folder().resolve("data/access.json"), folder.resolve("product.log"))) {
            return KillLoop.run(product, cuts, seed, dying -> {
                disk.cut();
                dying.kill();
                disk.mountAgain();
            });
        }
    }
}
