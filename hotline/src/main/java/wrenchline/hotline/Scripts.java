package wrenchline.hotline;

import java.util.Map;
import wrenchline.config.HotlineSettings;
import wrenchline.hotline.callback.StaffScript;
import wrenchline.hotline.callback.TicketScript;
import wrenchline.hotline.guard.DialGuard;
import wrenchline.hotline.ivr.CallEnd;
import wrenchline.hotline.ivr.CallScript;
import wrenchline.hotline.ivr.Directory;
import wrenchline.hotline.ivr.LiveConnection;
import wrenchline.hotline.ivr.Script;
import wrenchline.hotline.ivr.SpokenNames;

/** The dialogues, made ready for whoever is on the line. */
record Scripts(HotlineSettings settings, Hotline.Desks desks) {

    /** By the name with which the dialplan asks for them. */
    Map<String, Script> byName(CallEnd end) {
        return Map.of(
                "call", call(end),
                "callback", staff(),
                "ticket", new TicketScript(desks.tickets(), desks.complaints()));
    }

    private CallScript call(CallEnd end) {
        LiveConnection live = new LiveConnection(desks.transactions(), guard(), settings.recordings(), desks.clock());
        return new CallScript(
                desks.calls(),
                end,
                live,
                new Directory(desks.transactions(), desks.calls()),
                new SpokenNames(settings.prompts()),
                settings.longestMessage(),
                desks.clock());
    }

    private StaffScript staff() {
        return new StaffScript(
                desks.transactions(), desks.telling(), guard(), settings.recordings(), desks.survey(), desks.clock());
    }

    DialGuard guard() {
        HotlineSettings.Bounds bounds = settings.bounds();
        var limits = new DialGuard.Limits(bounds.dials(), bounds.staffDials());
        return new DialGuard(desks.transactions(), desks.calls(), limits, desks.clock());
    }
}
