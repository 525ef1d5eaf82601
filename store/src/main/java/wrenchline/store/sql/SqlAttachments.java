package wrenchline.store.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import wrenchline.core.ticket.Attachment;
import wrenchline.core.ticket.Attachments;

/** The content of attachments in PostgreSQL, so that both instances of the product and every backup have it. */
record SqlAttachments(Handle handle) implements Attachments {

    @Override
    public void put(Attachment attachment, byte[] content) {
        handle.createUpdate("""
                        insert into attachment (sha256, type, size, content) values (:sha256, :type, :size, :content)
                        on conflict (sha256) do nothing
                        """)
                .bind("sha256", attachment.sha256())
                .bind("type", attachment.type())
                .bind("size", attachment.size())
                .bind("content", content)
                .execute();
    }

    @Override
    public Optional<byte[]> content(String sha256) {
        return handle.createQuery("select content from attachment where sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(byte[].class)
                .findFirst();
    }
}
