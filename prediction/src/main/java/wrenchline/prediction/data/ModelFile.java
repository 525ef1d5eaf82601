package wrenchline.prediction.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What stands before a trained model in its file (模型文件): so that nobody has to guess what a model was made from.
 *
 * @param kind of model, such as {@code life}
 * @param code version of the code that trained it
 * @param sources the data that it was trained on
 */
public record ModelFile(String kind, String code, List<Source> sources) {

    private static final String MAGIC = "wrenchline model 1";

    /** A file of data and the SHA-256 of its bytes. */
    public record Source(String name, String sha256) {

        public static Source of(Path file) throws IOException {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                return new Source(
                        String.valueOf(file.getFileName()), HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }

    /** Writes a model. */
    public interface Writing {
        void to(DataOutput out) throws IOException;
    }

    /** Reads a model. */
    public interface Reading<M> {
        M from(DataInput in) throws IOException;
    }

    /** Writes this and the model to {@code file}, whole or not at all. */
    public void write(Path file, Writing model) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(unfinished))))) {
            out.writeUTF(MAGIC);
            out.writeUTF(kind);
            out.writeUTF(code);
            out.writeInt(sources.size());
            for (Source source : sources) {
                out.writeUTF(source.name());
                out.writeUTF(source.sha256());
            }
            model.to(out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads the model in {@code file}; an {@link IOException} says when it is none of that kind. */
    public static <M> M read(Path file, String kind, Reading<M> model) throws IOException {
        try (DataInputStream in = open(file)) {
            ModelFile header = header(in, file);
            if (!header.kind.equals(kind)) {
                throw new IOException(
                        "reading " + file + ": it is a model of '" + header.kind + "', not of '" + kind + "'");
            }
            return model.from(in);
        }
    }

    /** What {@code file} was made from. */
    public static ModelFile about(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            return header(in, file);
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))));
    }

    private static ModelFile header(DataInputStream in, Path file) throws IOException {
        if (!in.readUTF().equals(MAGIC)) {
            throw new IOException("reading " + file + ": it is no model");
        }
        String kind = in.readUTF();
        String code = in.readUTF();
        List<Source> sources = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sources.add(new Source(in.readUTF(), in.readUTF()));
        }
        return new ModelFile(kind, code, sources);
    }
}
