package wrenchline.dashboard.http;

import java.util.List;
import wrenchline.config.ConfigFiles;
import wrenchline.config.SourceText;
import wrenchline.core.desk.Desk;
import wrenchline.dashboard.wire.SettingsView;

/** What an operator wrote: shown with its lines, and tried before it is put in force by a restart. Nothing is written here. */
record SettingsRoutes(Ports ports) {

    void mount(Api api) {
        api.on("getSettings", request -> Answer.json(view()));
        api.on(
                "trySettings",
                request -> Answer.json(new SettingsView.Tried(
                        ConfigFiles.check(SourceText.Kind.valueOf(request.text("kind")), request.text("text")))));
    }

    private SettingsView view() {
        Desk desk = ports.desk();
        List<SettingsView.FileView> files = ports.config().read().stream()
                .map(text -> new SettingsView.FileView(
                        text,
                        ConfigFiles.inForce(text, desk.policy(), desk.models()),
                        ConfigFiles.check(text.kind(), text.text())))
                .toList();
        return new SettingsView(desk.policy(), files);
    }
}
