package wrenchline.core.document;

import java.util.List;
import wrenchline.core.equipment.EquipmentId;

/** Which machine has which files (设备资料); their content lies with the {@link wrenchline.core.ticket.Attachments}. */
public interface Documents {

    /** Adds {@code document}; nothing changes where {@code equipment} has the same content already. */
    void add(EquipmentId equipment, Document document);

    /** Those of {@code equipment}, newest first. */
    List<Document> of(EquipmentId equipment);

    /** Takes the file with this content from {@code equipment}; false when it has none such. */
    boolean remove(EquipmentId equipment, String sha256);
}
