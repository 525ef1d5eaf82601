package wrenchline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import wrenchline.core.document.Document;
import wrenchline.core.document.Documents;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.ticket.Attachment;

/** Which machine has which files, in PostgreSQL. */
record SqlDocuments(Handle handle) implements Documents {

    @Override
    public void add(EquipmentId equipment, Document document) {
        handle.createUpdate("""
                        insert into document (equipment, sha256, name, added, by)
                        values (:equipment, :sha256, :name, :added, :by)
                        on conflict (equipment, sha256) do nothing
                        """)
                .bind("equipment", equipment.value())
                .bind("sha256", document.file().sha256())
                .bind("name", document.file().name())
                .bind("added", document.added())
                .bind("by", document.by())
                .execute();
    }

    @Override
    public List<Document> of(EquipmentId equipment) {
        return handle.createQuery("""
                        select sha256, name, type, size, added, by from document join attachment using (sha256)
                        where equipment = :equipment order by added desc, sha256
                        """)
                .bind("equipment", equipment.value())
                .map((row, context) -> document(row))
                .list();
    }

    @Override
    public boolean remove(EquipmentId equipment, String sha256) {
        return handle.createUpdate("delete from document where equipment = :equipment and sha256 = :sha256")
                        .bind("equipment", equipment.value())
                        .bind("sha256", sha256)
                        .execute()
                > 0;
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                new Attachment(
                        row.getString("sha256"), row.getString("name"), row.getString("type"), row.getLong("size")),
                row.getTimestamp("added").toInstant(),
                row.getString("by"));
    }
}
