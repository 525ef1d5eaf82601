package wrenchline.dashboard.http;

import java.util.Optional;
import java.util.UUID;
import wrenchline.core.desk.ReplyDesk;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeId;
import wrenchline.core.transition.Tracked;
import wrenchline.dashboard.wire.NoticeView;

/** The SMS outbox, and replies typed in at the page. */
final class NoticeRoutes {

    private final Ports ports;
    private final ReplyDesk desk;

    NoticeRoutes(Ports ports) {
        this.ports = ports;
        this.desk = new ReplyDesk(ports.desk());
    }

    void mount(Api api) {
        api.on("listNotices", this::list);
        api.on("replyToNotice", this::reply);
    }

    private Answer list(Request request) {
        return ports.desk()
                .transactions()
                .call(books -> Excerpts.answer(request, books.notices()::page, NoticeView::of));
    }

    /** Handled as if whoever got the notice had sent it by SMS. */
    private Answer reply(Request request) {
        NoticeId id = new NoticeId(UUID.fromString(request.path("id")));
        Optional<String> number = ports.desk()
                .transactions()
                .call(books -> books.notices().look(id).map(Tracked::facts).map(Notice::to));
        return number.map(from -> Answer.json(desk.read(from, request.text("text"))))
                .orElseGet(() -> Answer.refused(Problem.unknown("notice", id.toString())));
    }
}
