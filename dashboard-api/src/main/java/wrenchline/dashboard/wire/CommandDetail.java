package wrenchline.dashboard.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import wrenchline.core.command.CommandEvent;
import wrenchline.core.transition.Dated;

/** A command with everything that happened to it. */
public record CommandDetail(@JsonUnwrapped CommandView command, List<Dated<CommandEvent>> events) {}
