package wrenchline.core.desk;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import wrenchline.core.document.Document;
import wrenchline.core.equipment.EquipmentId;

/** Takes files for registered machines, and hands them out (设备资料). */
public final class DocumentDesk {

    /** So that no page of a machine grows without bound. */
    private static final int MOST = 200;

    private final Desk desk;

    public DocumentDesk(Desk desk) {
        this.desk = desk;
    }

    /** What came of adding a file. */
    public sealed interface Added {

        record Done(Document document) implements Added {}

        /** It is too large, of no kind that is kept, or one too many. */
        record Refused(String reason) implements Added {}

        record NoSuchEquipment() implements Added {}
    }

    /** Adds {@code content} to a machine. The same content a second time changes nothing. */
    public Added add(EquipmentId equipment, String by, String name, byte[] content) {
        return switch (Upload.of(name, content)) {
            case Upload.Refused(String reason) -> new Added.Refused(reason);
            case Upload.Fine(var file) ->
                add(equipment, new Document(file, desk.clock().instant(), by), content);
        };
    }

    private Added add(EquipmentId equipment, Document document, byte[] content) {
        return desk.transactions().call(books -> {
            if (books.register().find(equipment).isEmpty()) {
                return new Added.NoSuchEquipment();
            }
            Optional<Document> same = find(books, equipment, document.file().sha256());
            if (same.isPresent()) {
                return new Added.Done(same.get());
            }
            if (books.documents().of(equipment).size() >= MOST) {
                return new Added.Refused("a machine has at most " + MOST + " documents");
            }
            books.attachments().put(document.file(), content);
            books.documents().add(equipment, document);
            return new Added.Done(document);
        });
    }

    /** Those of {@code equipment}, newest first. */
    public List<Document> of(EquipmentId equipment) {
        return desk.transactions().call(books -> books.documents().of(equipment));
    }

    /** The file of {@code equipment} with this content. */
    public Optional<HeldFile> find(EquipmentId equipment, String sha256) {
        return desk.transactions()
                .call(books -> find(books, equipment, sha256)
                        .flatMap(document -> books.attachments()
                                .content(sha256)
                                .map(content -> new HeldFile(document.file(), ByteBuffer.wrap(content)))));
    }

    /** Takes a file from {@code equipment}; false when it has none such. */
    public boolean remove(EquipmentId equipment, String sha256) {
        return desk.transactions().call(books -> books.documents().remove(equipment, sha256));
    }

    private static Optional<Document> find(Books books, EquipmentId equipment, String sha256) {
        return books.documents().of(equipment).stream()
                .filter(document -> document.file().sha256().equals(sha256))
                .findFirst();
    }
}
