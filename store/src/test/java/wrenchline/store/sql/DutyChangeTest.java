package wrenchline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wrenchline.core.desk.RosterDesk;
import wrenchline.core.duty.Absence;
import wrenchline.core.duty.Roster;
import wrenchline.core.duty.Shift;
import wrenchline.core.duty.StaffId;
import wrenchline.core.duty.StaffMember;
import wrenchline.core.duty.Substitution;
import wrenchline.core.notice.Notice;
import wrenchline.core.notice.NoticeKind;
import wrenchline.core.transition.Tracked;

/** Whoever a change of the roster concerns is told of it. */
class DutyChangeTest {

    private final TestDesk house = new TestDesk();
    private final RosterDesk roster = new RosterDesk(house.desk);
    private final List<StaffMember> onDuty = roster.onDuty(TestDesk.BEGAN).engineers();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void leave_is_told_once_to_whoever_goes_and_to_the_supervisor_with_those_who_stay() {
        StaffId first = onDuty.getFirst().id();
        var absence = new Absence(first, TestDesk.BEGAN, TestDesk.BEGAN.plus(Duration.ofHours(8)), "病假");
        roster.add(List.of(absence));
        roster.add(List.of(absence));
        assertThat(told()).extracting(Notice::to).containsExactlyInAnyOrder(phone(first), phone(new StaffId("s1")));
        assertThat(told().getFirst().text())
                .contains("03-02 09:00", "03-02 17:00", "病假", onDuty.get(1).name())
                .doesNotContain(onDuty.getFirst().name());
    }

    @Test
    void a_substitution_is_told_to_those_who_come_and_to_those_who_need_not() {
        StaffId coming = new StaffId("s1");
        roster.add(new Substitution(
                TestDesk.BEGAN.plusSeconds(3600), TestDesk.BEGAN.plusSeconds(7200), List.of(coming), "swap"));
        assertThat(told())
                .extracting(Notice::to)
                .contains(phone(coming), onDuty.getFirst().phone());
    }

    @Test
    void another_roster_is_told_to_whom_it_concerns_once_and_the_same_one_to_nobody() {
        Roster now = house.desk.transactions().call(books -> books.rosters().current());
        roster.replace(now);
        assertThat(told()).isEmpty();
        Shift first = now.shifts().getFirst();
        List<StaffId> turned = first.order().reversed();
        List<Shift> shifts = new ArrayList<>(now.shifts());
        shifts.set(0, new Shift(first.name(), first.from(), first.to(), turned));
        roster.replace(now.with(now.staff(), shifts));
        assertThat(told())
                .extracting(Notice::to)
                .contains(phone(turned.getFirst()), phone(turned.getLast()), phone(new StaffId("s1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_over_already_is_told_to_nobody() {
        var past = new Absence(
                onDuty.getFirst().id(), TestDesk.BEGAN.minusSeconds(7200), TestDesk.BEGAN.minusSeconds(3600), "");
        roster.add(List.of(past));
        assertThat(told()).isEmpty();
    }

    private String phone(StaffId staff) {
        return house.desk
                .transactions()
                .call(books ->
                        books.rosters().current().find(staff).orElseThrow().phone());
    }

    private List<Notice> told() {
        return house.desk.transactions().call(books -> books.notices().newest(100)).stream()
                .map(Tracked::facts)
                .filter(notice -> notice.kind() == NoticeKind.ROSTER)
                .toList();
    }
}
