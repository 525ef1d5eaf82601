package wrenchline.core.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be called out (值班人员).
 *
 * @param phone the number to which SMS go and at which the bot rings
 * @param language {@code zh} or {@code en}
 * @param territories where they live and work, nearest first; null when unknown
 * @param skills ids of equipment models; null for all
 * @param certificates for skills; null for none needed
 */
public record StaffMember(
        StaffId id,
        String name,
        Role role,
        String phone,
        String language,
        @Nullable List<String> territories,
        @Nullable List<String> skills,
        @Nullable List<Certificate> certificates) {

    public StaffMember {
        territories = territories == null ? null : List.copyOf(territories);
        skills = skills == null ? null : List.copyOf(skills);
        certificates = certificates == null ? null : List.copyOf(certificates);
    }

    /** Somebody of whom no more is known. */
    public StaffMember(StaffId id, String name, Role role, String phone, String language) {
        this(id, name, role, phone, language, null, null, null);
    }

    /** The same person with territories and certificates of {@code known}, who can do {@code work}; null for everything. */
    public StaffMember withWorkOf(StaffMember known, @Nullable List<String> work) {
        return new StaffMember(id, name, role, phone, language, known.territories, work, known.certificates);
    }

    public List<String> territoriesIfAny() {
        return territories == null ? List.of() : territories;
    }

    /** Whether this is somebody's work; of whom no skills are known can do everything. */
    public boolean can(String skill) {
        return skills == null || skill.isEmpty() || skills.contains(skill);
    }

    /** The certificate for {@code skill} that no longer holds on {@code day}, so that this work must not be done. */
    public Optional<Certificate> expired(String skill, LocalDate day) {
        List<Certificate> needed = certificates == null
                ? List.of()
                : certificates.stream()
                        .filter(certificate -> certificate.skill().equals(skill))
                        .toList();
        boolean holds = needed.isEmpty() || needed.stream().anyMatch(certificate -> certificate.holdsOn(day));
        return holds ? Optional.empty() : Optional.of(needed.getLast());
    }

    /** What somebody is called out as. */
    public enum Role {
        /** Service engineer (维修工程师). */
        ENGINEER,
        /** Repair supervisor (维修主管). */
        SUPERVISOR,
        /** Customer-service manager (客服经理). */
        MANAGER,
        /** Of the top management (公司领导). */
        DIRECTOR
    }
}
