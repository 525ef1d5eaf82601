package wrenchline.core.access;

/** What is kept of who may use the product. */
public record AccessBooks(
        Accounts accounts,
        ApiKeys keys,
        OpenSessions open,
        EndedSessions ended,
        AuditLog audit,
        Claims claims,
        Turnstile turnstile) {}
