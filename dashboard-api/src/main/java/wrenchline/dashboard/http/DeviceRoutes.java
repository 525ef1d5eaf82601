package wrenchline.dashboard.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import wrenchline.core.desk.DeviceDesk;
import wrenchline.core.desk.DeviceDesk.Enrolment;
import wrenchline.core.device.AccountEvent;
import wrenchline.core.device.AccountState;
import wrenchline.core.device.TopicRights;
import wrenchline.core.device.Wanted;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.core.transition.Transition;
import wrenchline.dashboard.wire.DeviceView;
import wrenchline.dashboard.wire.EnrolmentView;
import wrenchline.dashboard.wire.ListOf;

/** Who may speak for a machine. */
final class DeviceRoutes {

    private final Ports ports;
    private final DeviceDesk desk;

    DeviceRoutes(Ports ports) {
        this.ports = ports;
        this.desk = ports.accounts();
    }

    void mount(Api api) {
        api.on("listDevices", request -> Answer.json(ListOf.all(list())));
        api.on("approveDevice", request -> tell(request, new AccountEvent.Approved(request.operator())));
        api.on(
                "revokeDevice",
                request -> tell(request, new AccountEvent.Revoked(request.operator(), request.text("reason"))));
        api.on("enrolDevice", this::enrol);
        api.on("rotateDevice", this::rotate);
    }

    private List<DeviceView> list() {
        return ports.desk().transactions().call(books -> books.accounts().list()).stream()
                .map(DeviceView::of)
                .toList();
    }

    private Answer tell(Request request, AccountEvent event) {
        EquipmentId equipment = equipment(request);
        return switch (desk.tell(equipment, event)) {
            case Transition.Moved<AccountState, Void> _ ->
                Answer.json(DeviceView.of(ports.desk()
                        .transactions()
                        .call(books -> books.accounts().look(equipment).orElseThrow())));
            case Transition.Ignored<AccountState, Void>(String reason) -> Answer.refused(Problem.conflict(reason));
        };
    }

    private Answer enrol(Request request) {
        List<String> topics = request.body()
                .path("topics")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        Optional<String> wrong =
                topics.stream().filter(topic -> !TopicRights.isFilter(topic)).findFirst();
        return wrong.map(topic -> Answer.refused(Problem.invalid("'" + topic + "' is no topic filter.")))
                .orElseGet(() -> answer(desk.enrol(equipment(request), wanted(request), topics, request.operator())));
    }

    private Answer rotate(Request request) {
        boolean atOnce = request.body().path("atOnce").asBoolean(false);
        return answer(desk.rotate(equipment(request), wanted(request), atOnce, request.operator()));
    }

    private static Answer answer(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Done(var handout, String authority) -> Answer.json(EnrolmentView.of(handout, authority));
            case Enrolment.Refused(String reason) -> Answer.refused(Problem.conflict(reason));
        };
    }

    private static Wanted wanted(Request request) {
        return switch (request.text("credential")) {
            case "certificate" -> new Wanted.Certificate();
            case "token" -> new Wanted.Token(request.text("token"));
            default -> new Wanted.Password();
        };
    }

    private static EquipmentId equipment(Request request) {
        return new EquipmentId(request.path("id"));
    }
}
