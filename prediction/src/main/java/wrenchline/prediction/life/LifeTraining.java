package wrenchline.prediction.life;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * Trains a life model on machines that ran to their failure: each estimator sees all but its own share of them and is tried on that share. So
 * every machine has predictions by an estimator that never saw it; the band and honest scores come from them.
 */
public final class LifeTraining {

    /** Predictions for each cycle of a machine, by what was known then, by an estimator and with a hindsight that never saw it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record HeldOut(Trajectory trajectory, double[] course) {}

    /** Cycles of each machine from which the band is made. */
    private static final int OUTCOMES = 20;

    private static final int FEWEST = 5;

    private final LifeModel model;
    private final List<HeldOut> heldOut;
    private final LifeSettings settings;

    private LifeTraining(LifeModel model, List<HeldOut> heldOut, LifeSettings settings) {
        this.model = model;
        this.heldOut = heldOut;
        this.settings = settings;
    }

    public static LifeTraining on(List<Trajectory> known, LifeSettings settings) {
        if (known.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "training a life model on %d machines that ran to their failure: it takes at least %d"
                            .formatted(known.size(), FEWEST));
        }
        List<Trajectory> shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, new Random(settings.seed()));
        List<Estimator> estimators = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (int fold = 0; fold < settings.folds(); fold++) {
            List<Trajectory> seen = new ArrayList<>();
            List<Trajectory> unseen = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % settings.folds() == fold ? unseen : seen).add(shuffled.get(i));
            }
            Estimator estimator = Estimator.train(seen, settings, settings.seed() * settings.folds() + fold);
            estimators.add(estimator);
            for (Trajectory each : unseen) {
                held.add(Held.of(each, fold, estimator));
            }
        }
        List<HeldOut> heldOut = improved(held, settings);
        Hindsight hindsight = hindsight(held, settings, -1);
        return new LifeTraining(new LifeModel(estimators, hindsight, band(heldOut, settings)), heldOut, settings);
    }

    /** Predictions along each history of a machine by the estimator of its fold, which never saw it. */
    private record Held(Trajectory trajectory, int fold, List<History> histories, List<double[]> courses) {

        static Held of(Trajectory trajectory, int fold, Estimator estimator) {
            List<History> histories = estimator.preparation().histories(trajectory);
            return new Held(
                    trajectory,
                    fold,
                    histories,
                    histories.stream().map(each -> estimator.course(each, 0)).toList());
        }

        HeldOut with(Hindsight hindsight) {
            int cycles = trajectory.cycles();
            double[] course = new double[cycles];
            for (int h = 0; h < histories.size(); h++) {
                double[] predicted = courses.get(h);
                int from = Math.max(0, histories.get(h).known() - 1);
                double[] improved = hindsight.improved(predicted, cycles - from, predicted.length - 1);
                System.arraycopy(improved, 0, course, from, cycles - from);
            }
            return new HeldOut(trajectory, course);
        }
    }

    /** Hindsight from the machines of all folds but {@code without}. */
    private static Hindsight hindsight(List<Held> held, LifeSettings settings, int without) {
        return Hindsight.of(
                held.stream()
                        .filter(each -> each.fold() != without)
                        .map(each -> each.courses().getLast())
                        .toList(),
                settings.cap());
    }

    private static List<HeldOut> improved(List<Held> held, LifeSettings settings) {
        List<Hindsight> others = IntStream.range(0, settings.folds())
                .mapToObj(fold -> hindsight(held, settings, fold))
                .toList();
        return held.stream().map(each -> each.with(others.get(each.fold()))).toList();
    }

    public LifeModel model() {
        return model;
    }

    public List<HeldOut> heldOut() {
        return heldOut;
    }

    /** Puts the band round a prediction as it would be had {@code machine} not been there, to try bands honestly. */
    public DoubleFunction<LifeForecast> bandWithout(HeldOut machine) {
        return band(
                heldOut.stream()
                        .filter(each ->
                                each.trajectory().unit() != machine.trajectory().unit())
                        .toList(),
                settings)::around;
    }

    private static Band band(List<HeldOut> heldOut, LifeSettings settings) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<Band.Outcome> outcomes = new ArrayList<>();
        for (HeldOut each : heldOut) {
            int cycles = each.course().length;
            for (int i = 0; i < OUTCOMES; i++) {
                int t = random.nextInt(cycles);
                outcomes.add(new Band.Outcome(each.course()[t], Math.min(settings.cap(), cycles - 1 - t)));
            }
        }
        return new Band(outcomes, settings.cap());
    }
}
