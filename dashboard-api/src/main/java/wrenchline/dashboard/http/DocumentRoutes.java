package wrenchline.dashboard.http;

import io.vertx.core.buffer.Buffer;
import wrenchline.core.desk.Desk;
import wrenchline.core.desk.DocumentDesk;
import wrenchline.core.desk.HeldFile;
import wrenchline.core.desk.PartsDesk;
import wrenchline.core.equipment.EquipmentId;
import wrenchline.dashboard.wire.DocumentView;
import wrenchline.dashboard.wire.EquipmentPartView;
import wrenchline.dashboard.wire.ListOf;

/** What lies in a machine's folder: its documents, and its parts with their warranty. */
final class DocumentRoutes {

    private final DocumentDesk documents;
    private final PartsDesk parts;

    DocumentRoutes(Desk desk) {
        this.documents = new DocumentDesk(desk);
        this.parts = new PartsDesk(desk);
    }

    void mount(Api api) {
        api.on(
                "listPartsOfEquipment",
                request -> parts.of(equipment(request))
                        .<Answer>map(list -> Answer.json(ListOf.all(
                                list.stream().map(EquipmentPartView::of).toList())))
                        .orElseGet(() -> noMachine(request)));
        api.on(
                "listDocuments",
                request -> Answer.json(ListOf.all(documents.of(equipment(request)).stream()
                        .map(DocumentView::of)
                        .toList())));
        api.on("addDocument", this::add);
        api.on(
                "getDocument",
                request -> documents
                        .find(equipment(request), request.path("sha256"))
                        .map(DocumentRoutes::download)
                        .orElseGet(() -> noDocument(request)));
        api.on(
                "removeDocument",
                request -> documents.remove(equipment(request), request.path("sha256"))
                        ? Answer.nothing()
                        : noDocument(request));
    }

    private Answer add(Request request) {
        return switch (documents.add(
                equipment(request),
                request.operatorName(),
                request.query("name").orElse(""),
                request.file().getBytes())) {
            case DocumentDesk.Added.Done(var document) -> Answer.json(DocumentView.of(document));
            case DocumentDesk.Added.Refused(String reason) -> Answer.refused(Problem.invalid(reason));
            case DocumentDesk.Added.NoSuchEquipment() -> noMachine(request);
        };
    }

    static Answer download(HeldFile held) {
        return new Answer.Download(
                held.attachment().type(),
                held.attachment().name(),
                '"' + held.attachment().sha256() + '"',
                Buffer.buffer(held.content().array()));
    }

    private static Answer noMachine(Request request) {
        return Answer.refused(Problem.unknown("registered equipment", request.path("id")));
    }

    private static Answer noDocument(Request request) {
        return Answer.refused(Problem.unknown("document", request.path("sha256")));
    }

    private static EquipmentId equipment(Request request) {
        return new EquipmentId(request.path("id"));
    }
}
