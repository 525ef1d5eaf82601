package wrenchline.app;

import picocli.CommandLine.Command;

/** Failure prediction (故障预测) on files. */
@Command(
        name = "foresight",
        description = "Failure prediction on files of data: the same detectors and models that watch the machines.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SeriesCommand.class,
            LifeCommand.class,
            WarnCommand.class,
            DiagnoseCommand.class,
            TrainCommand.class,
            ScoreCommand.class
        })
final class ForesightCommand {}
