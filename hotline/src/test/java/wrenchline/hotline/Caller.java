package wrenchline.hotline;

import java.nio.file.Path;
import java.util.Optional;
import wrenchline.core.call.Call;
import wrenchline.core.call.CallId;
import wrenchline.testkit.phone.PhoneCall;

/** Somebody who calls the hotline and knows what to press when. */
record Caller(House house, String number, PhoneCall phone, String channel) {

    static Caller call(House house) {
        return call(house, House.freshNumber());
    }

    static Caller call(House house, String number) {
        return call(house, number, 1);
    }

    /** The {@code nth} call from {@code number}. */
    static Caller call(House house, String number, int nth) {
        PhoneCall phone = house.phones.call(number, House.NUMBER);
        return new Caller(house, number, phone, house.rows.callOf(number, nth));
    }

    Caller hears(String prompt) {
        house.rows.prompt(channel, prompt);
        return this;
    }

    Caller hears(String prompt, int nth) {
        house.rows.prompt(channel, prompt, nth);
        return this;
    }

    Caller presses(String keys) {
        phone.press(keys);
        return this;
    }

    /** Chooses from the main menu. */
    Caller chooses(String key) {
        return hears("welcome").presses("1").hears("menu").presses(key);
    }

    /** A report of a fault up to the question for the equipment. */
    Caller toTheEquipment() {
        return chooses("1").hears("your-number").presses("1").hears("enter-equipment");
    }

    /** All steps up to the tone. */
    Caller toTheTone() {
        return toTheEquipment().presses("#").hears("beep");
    }

    /** Describes a fault with a tone of 1000 Hz until half a second of it is in the recording. */
    Caller describes() throws InterruptedException {
        phone.speak(1000);
        Path message = house.settings.recordings().resolve("calls").resolve(channel + ".wav");
        House.until("the message is being recorded", () -> message.toFile().length() > 8000);
        phone.press("#");
        return this;
    }

    Caller reports() throws InterruptedException {
        return toTheTone().describes();
    }

    Optional<Call> logged() {
        return house.database.calls().find(new CallId(channel));
    }

    /** The call log's entry once the call has ended there. */
    Call ended() throws InterruptedException {
        House.until(
                "call " + channel + " has ended",
                () -> logged().flatMap(Call::endedAt).isPresent());
        return logged().orElseThrow();
    }

    /** Waits until a ticket was made of the call, which may be after its end. */
    void ticketed() throws InterruptedException {
        House.until(
                "call " + channel + " has a ticket",
                () -> logged().filter(call -> call.ticket() > 0).isPresent());
    }
}
