package wrenchline.gateway.ingest;

import java.time.Duration;

/**
 * What went through the pipeline since the start.
 *
 * @param received messages
 * @param stored readings that are in the history; a message may hold several
 * @param quarantined messages
 * @param acknowledged messages that are on disk, in the history or in quarantine
 * @param findings told to the desk
 * @param queued messages in the lanes now
 * @param commits writes to the history
 * @param commitTime all of them together
 */
public record IngestSnapshot(
        long received,
        long stored,
        long quarantined,
        long acknowledged,
        long findings,
        int queued,
        long commits,
        Duration commitTime,
        Duration slowestCommit) {}
