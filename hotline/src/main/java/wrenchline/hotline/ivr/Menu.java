package wrenchline.hotline.ivr;

import java.util.List;
import java.util.Optional;
import wrenchline.core.call.Concern;

/** Which key stands for what. */
record Menu(Dialogue dialogue) {

    /** The key for emergencies, from the first word on. */
    static final String EMERGENCY = "0";

    /** What the caller wants; {@link Concern#NONE} after three tries. */
    Concern concern() throws HungUp {
        return switch (dialogue.choose(Step.MENU, List.of("menu"), "1234590").orElse("")) {
            case "1" -> Concern.FAULT;
            case "2" -> Concern.PROGRESS;
            case "3" -> Concern.PARTS;
            case "4" -> Concern.TRAINING;
            case "5" -> complaint();
            case "9" -> Concern.PERSON;
            case EMERGENCY -> Concern.EMERGENCY;
            case String _ -> Concern.NONE;
        };
    }

    /** A complaint of which nobody says what it is about is one about quality: it gets the most thorough look. */
    private Concern complaint() throws HungUp {
        Optional<String> key = dialogue.choose(Step.COMPLAINT_MENU, List.of("complaint-menu"), "1234");
        return switch (key.orElse("")) {
            case "2" -> Concern.PACKAGING_COMPLAINT;
            case "3" -> Concern.CONDUCT_COMPLAINT;
            case "4" -> Concern.DEALER_COMPLAINT;
            case String _ -> Concern.QUALITY_COMPLAINT;
        };
    }
}
