package wrenchline.store.sql;

import org.jdbi.v3.core.Handle;
import wrenchline.core.callback.Callbacks;
import wrenchline.core.callback.Dials;
import wrenchline.core.callback.Engagements;
import wrenchline.core.callback.PhoneOrders;
import wrenchline.core.command.Commands;
import wrenchline.core.complaint.Complaints;
import wrenchline.core.desk.Books;
import wrenchline.core.detection.Fittings;
import wrenchline.core.device.DeviceAccounts;
import wrenchline.core.document.Documents;
import wrenchline.core.equipment.EquipmentRegister;
import wrenchline.core.escalation.Escalations;
import wrenchline.core.notice.Notices;
import wrenchline.core.notice.Traffic;
import wrenchline.core.parts.Parts;
import wrenchline.core.promise.Policies;
import wrenchline.core.promise.Promises;
import wrenchline.core.survey.Ratings;
import wrenchline.core.ticket.Attachments;
import wrenchline.core.ticket.Deeds;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.ticket.Verdicts;
import wrenchline.core.warranty.Coverages;

/** The books of one transaction. */
record SqlBooks(Handle handle, Journal journal, SqlEvidenceJournal evidence, SqlRosters rosters) implements Books {

    SqlBooks(Handle handle) {
        this(handle, new Journal(handle), new SqlEvidenceJournal(handle), new SqlRosters(handle));
    }

    /** Must come at the end of the transaction: what was appended is written together. */
    void writeDown() {
        journal.writeDown();
        evidence.writeDown();
    }

    @Override
    public EquipmentRegister register() {
        return new SqlEquipmentRegister(handle);
    }

    @Override
    public Tickets tickets() {
        return new SqlTickets(handle, journal);
    }

    @Override
    public Documents documents() {
        return new SqlDocuments(handle);
    }

    @Override
    public Attachments attachments() {
        return new SqlAttachments(handle);
    }

    @Override
    public Promises promises() {
        return new SqlPromises(handle, journal);
    }

    @Override
    public Policies policies() {
        return new SqlPolicies(handle);
    }

    @Override
    public Escalations escalations() {
        return new SqlEscalations(handle, journal);
    }

    @Override
    public Coverages coverages() {
        return new SqlCoverages(handle);
    }

    @Override
    public Callbacks callbacks() {
        return new SqlCallbacks(handle, journal);
    }

    @Override
    public PhoneOrders phoneOrders() {
        return new SqlPhoneOrders(handle);
    }

    @Override
    public Engagements engagements() {
        return new SqlEngagements(handle);
    }

    @Override
    public Dials dials() {
        return new SqlDials(handle);
    }

    @Override
    public Complaints complaints() {
        return new SqlComplaints(handle, journal);
    }

    @Override
    public Ratings ratings() {
        return new SqlRatings(handle);
    }

    @Override
    public Notices notices() {
        return new SqlNotices(handle, journal);
    }

    @Override
    public Deeds deeds() {
        return new SqlDeeds(handle);
    }

    @Override
    public Traffic traffic() {
        return new SqlTraffic(handle);
    }

    @Override
    public Commands commands() {
        return new SqlCommands(handle, journal);
    }

    @Override
    public DeviceAccounts accounts() {
        return new SqlDeviceAccounts(handle, journal);
    }

    @Override
    public Verdicts verdicts() {
        return new SqlVerdicts(handle);
    }

    @Override
    public Fittings fittings() {
        return new SqlFittings(handle);
    }

    @Override
    public Parts parts() {
        return new SqlParts(handle);
    }

    @Override
    public SqlDispositions dispositions() {
        return new SqlDispositions(handle, journal);
    }
}
