package wrenchline.prediction.score.series;

/** Judges a series, row after row. */
interface Judge {

    String name();

    Verdicts judge(Series series);
}
