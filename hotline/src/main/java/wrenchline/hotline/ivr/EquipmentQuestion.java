package wrenchline.hotline.ivr;

import java.util.List;
import wrenchline.core.equipment.Equipment;

/** Asks which machine it is: a customer's own are offered, any other is keyed in. */
record EquipmentQuestion(Dialogue dialogue, Directory directory, Sentences sentences) {

    private static final int MOST_OFFERED = 6;
    private static final int LONGEST_CODE = 12;

    /** The equipment number as chosen or keyed in; empty when skipped. One that nobody knows is kept after three tries. */
    String code(List<Equipment> machines) throws HungUp {
        List<Equipment> own = machines.stream()
                .filter(machine -> !machine.phoneCode().isEmpty())
                .limit(MOST_OFFERED)
                .toList();
        if (!own.isEmpty()) {
            dialogue.enter(Step.OFFER_EQUIPMENT);
            String key = dialogue.line().ask(sentences.machines(own, dialogue.language()), 1, Dialogue.PATIENCE);
            if (key.matches("[1-9]") && Integer.parseInt(key) <= own.size()) {
                return own.get(Integer.parseInt(key) - 1).phoneCode();
            }
        }
        return keyed();
    }

    private String keyed() throws HungUp {
        String digits = "";
        for (int attempt = 0; attempt < Dialogue.TRIES; attempt++) {
            dialogue.enter(Step.ENTER_EQUIPMENT);
            List<String> prompts =
                    digits.isEmpty() ? List.of("enter-equipment") : List.of("unknown-equipment", "enter-equipment");
            String keyed = dialogue.line().ask(prompts, LONGEST_CODE, Dialogue.PATIENCE);
            if (keyed.isEmpty() || keyed.equals("#")) {
                return digits;
            }
            digits = keyed;
            if (directory.knowsEquipment(digits)) {
                return digits;
            }
        }
        return digits;
    }
}
