package wrenchline.prediction.series;

/** What is unusual (征兆), as an engineer would say it. */
public enum Symptom {
    /** Nothing is. */
    NONE,
    /** One reading far from what was forecast (尖峰). */
    SPIKE,
    /** The level has moved and stays there (水平偏移). */
    SHIFT,
    /** The signal is restless, or quiet, in an unusual way (波动异常). */
    UNREST,
    /** The channels no longer go together as they did (关联异常). */
    RELATION
}
