package wrenchline.prediction.series;

/**
 * What a {@link MachineWatch} says of one reading (评估).
 *
 * @param score how worth telling this reading is, in [0, 1]; from 0.5 on it is an event. Falls back once told, though the machine may
 *     still be unwell
 * @param level how unusual the machine is at present, in [0, 1]; stays high as long as it is unwell
 * @param onset whether a ticket is due now: a new event, or the daily reminder of a standing one
 * @param symptom what is unusual
 * @param topChannel the channel most to blame, -1 for none
 * @param contributions the share of each channel in the blame; they sum to 1, or are all 0 when nothing is unusual
 */
@SuppressWarnings("ArrayRecordComponent") // one a reading on the hot path: not boxed
public record Assessment(
        double score, double level, boolean onset, Symptom symptom, int topChannel, double[] contributions) {

    static Assessment silent(int channels) {
        return new Assessment(0, 0, false, Symptom.NONE, -1, new double[channels]);
    }
}
