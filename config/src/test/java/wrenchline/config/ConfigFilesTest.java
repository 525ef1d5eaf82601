package wrenchline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wrenchline.core.equipment.EquipmentModel;
import wrenchline.core.promise.Policy;

/** The shipped policy and models, shown with the lines in which their values stand, and tried before they are put in force. */
class ConfigFilesTest {

    private static final Path HERE = Path.of("");
    private final ConfigFiles files = new ConfigFiles(HERE.resolve("policy.yaml"), HERE.resolve("models"));
    private final Policy policy = PolicyFile.read(files.policy());
    private final Map<String, EquipmentModel> models = ModelFiles.read(files.models());

    @Test
    void every_value_is_found_in_the_line_that_is_told() {
        SourceText text = files.read().getFirst();
        List<String> lines = text.text().lines().toList();
        for (int index = 0; index < policy.rules().size(); index++) {
            String id = policy.rules().get(index).clause().id();
            int line = text.lines().getOrDefault("clauses[" + index + "].id", 0);
            assertThat(lines.get(line - 1)).contains(id);
        }
        assertThat(text.lines()).containsKeys("callback.ladder[0].after", "version");
    }

    @Test
    void what_was_read_at_the_start_is_in_force_until_the_file_is_changed() {
        assertThat(files.read()).hasSize(1 + models.size()).allMatch(text -> ConfigFiles.inForce(text, policy, models));
        SourceText written = files.read().getFirst();
        SourceText changed = new SourceText(
                written.name(), written.kind(), written.text().replace("within: 30m", "within: 29m"), written.lines());
        assertThat(ConfigFiles.inForce(changed, policy, models)).isFalse();
        assertThat(ConfigFiles.check(changed.kind(), changed.text())).isEmpty();
    }

    @Test
    void all_mistakes_are_told_at_once_with_their_lines() {
        String text = files.read().getFirst().text();
        int line = text.lines().toList().indexOf("    within: 30m") + 1;
        String wrong = text.replace("within: 30m", "within: soon").replace("ringFor: 25s", "ringfor: 25s");
        List<SourceText.Mistake> mistakes = ConfigFiles.check(SourceText.Kind.POLICY, wrong);
        assertThat(mistakes).hasSize(3);
        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.what()).contains("'clauses[0].within' is 'soon'");
        });
        assertThat(ConfigFiles.check(SourceText.Kind.MODEL, "a: ["))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what()).contains("no YAML"));
        assertThat(ConfigFiles.check(SourceText.Kind.MODEL, "")).hasSize(1);
    }
}
