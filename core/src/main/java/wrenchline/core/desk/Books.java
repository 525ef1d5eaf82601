package wrenchline.core.desk;

import wrenchline.core.callback.Callbacks;
import wrenchline.core.callback.Dials;
import wrenchline.core.callback.Engagements;
import wrenchline.core.callback.PhoneOrders;
import wrenchline.core.command.Commands;
import wrenchline.core.complaint.Complaints;
import wrenchline.core.detection.Fittings;
import wrenchline.core.device.DeviceAccounts;
import wrenchline.core.document.Documents;
import wrenchline.core.duty.Rosters;
import wrenchline.core.equipment.EquipmentRegister;
import wrenchline.core.escalation.Escalations;
import wrenchline.core.evidence.EvidenceJournal;
import wrenchline.core.notice.Notices;
import wrenchline.core.notice.Traffic;
import wrenchline.core.parts.Parts;
import wrenchline.core.promise.Policies;
import wrenchline.core.promise.Promises;
import wrenchline.core.quarantine.Dispositions;
import wrenchline.core.survey.Ratings;
import wrenchline.core.ticket.Attachments;
import wrenchline.core.ticket.Deeds;
import wrenchline.core.ticket.Tickets;
import wrenchline.core.ticket.Verdicts;
import wrenchline.core.warranty.Coverages;

/** Everything that one transaction can read and write. */
public interface Books {

    EquipmentRegister register();

    Rosters rosters();

    Tickets tickets();

    Attachments attachments();

    Documents documents();

    Deeds deeds();

    Promises promises();

    Policies policies();

    Coverages coverages();

    Escalations escalations();

    Callbacks callbacks();

    PhoneOrders phoneOrders();

    Engagements engagements();

    Dials dials();

    Complaints complaints();

    Ratings ratings();

    Notices notices();

    Traffic traffic();

    Commands commands();

    EvidenceJournal evidence();

    DeviceAccounts accounts();

    Verdicts verdicts();

    Fittings fittings();

    Parts parts();

    Dispositions dispositions();
}
