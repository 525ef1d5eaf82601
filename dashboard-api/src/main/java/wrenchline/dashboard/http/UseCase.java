package wrenchline.dashboard.http;

/** What an operation of the API does; runs on a virtual thread and may block. */
@FunctionalInterface
interface UseCase {
    Answer answer(Request request);
}
