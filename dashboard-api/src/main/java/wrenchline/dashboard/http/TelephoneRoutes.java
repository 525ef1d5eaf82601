package wrenchline.dashboard.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.core.call.Recording;
import wrenchline.core.evidence.Evidence;
import wrenchline.core.promise.PromiseId;
import wrenchline.dashboard.wire.CallbackView;
import wrenchline.dashboard.wire.ListOf;

/** Calls, callbacks and their recordings. A recording is asked for by what it belongs to, never by a file's name. */
record TelephoneRoutes(Ports ports) {

    private static final int USUAL = 100;

    void mount(Api api) {
        api.on("listCalls", request -> Excerpts.answer(request, ports.calls()::page, call -> call));
        api.on("getCall", this::call);
        api.on("listCallbacks", this::callbacks);
        api.on("listRatings", this::ratings);
        api.on("getCallRecording", this::callRecording);
        api.on("getTalkRecording", this::talkRecording);
        api.on("getCallWaveform", request -> drawn(callRecording(request)));
        api.on("getTalkWaveform", request -> drawn(talkRecording(request)));
    }

    private Answer call(Request request) {
        return ports.calls()
                .find(new CallId(request.path("id")))
                .map(Answer::json)
                .orElseGet(() -> Answer.refused(Problem.unknown("call", request.path("id"))));
    }

    private Answer callbacks(Request request) {
        return ports.desk()
                .transactions()
                .call(books -> Excerpts.answer(request, books.callbacks()::page, CallbackView::of));
    }

    private Answer ratings(Request request) {
        return Answer.json(ListOf.all(
                ports.desk().transactions().call(books -> books.ratings().newest(request.query("limit", USUAL)))));
    }

    private Answer callRecording(Request request) {
        return sound(ports.calls().find(new CallId(request.path("id"))).flatMap(Call::message), request.path("id"));
    }

    private Answer talkRecording(Request request) {
        PromiseId promise = new PromiseId(UUID.fromString(request.path("promise")));
        long sequence = Long.parseLong(request.path("sequence"));
        Optional<Recording> recording = ports.desk()
                .transactions()
                .call(books -> books.evidence().of(promise).stream()
                        .filter(entry -> entry.sequence() == sequence)
                        .flatMap(entry -> entry.evidence() instanceof Evidence.Recorded recorded
                                ? Optional.of(recorded.recording()).stream()
                                : Optional.<Recording>empty().stream())
                        .findFirst());
        return sound(recording, promise + "/" + sequence);
    }

    private Answer sound(Optional<Recording> recording, String id) {
        return recording
                .flatMap(one -> below(ports.data(), one.file()))
                .<Answer>map(Answer.Sound::new)
                .orElseGet(() -> Answer.refused(Problem.unknown("recording", id)));
    }

    private static Answer drawn(Answer answer) {
        return answer instanceof Answer.Sound(Path file) ? Answer.json(Waveform.of(file)) : answer;
    }

    /** The file {@code name} if it is there and truly lies below {@code folder}, symbolic links followed. */
    static Optional<Path> below(Path folder, String name) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(name).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
