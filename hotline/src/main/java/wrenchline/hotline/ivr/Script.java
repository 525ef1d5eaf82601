package wrenchline.hotline.ivr;

/** What is done on a line as long as it lasts. Runs on a virtual thread of its own. */
public interface Script {

    /** Talks to whoever is on {@code line}. */
    void run(Line line) throws HungUp;
}
