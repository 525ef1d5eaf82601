package wrenchline.core.device;

import static wrenchline.core.transition.Transition.ignore;
import static wrenchline.core.transition.Transition.to;

import java.time.Instant;
import java.util.List;
import wrenchline.core.ticket.Actor;
import wrenchline.core.transition.StateMachine;
import wrenchline.core.transition.Transition;

/** How a device account moves. It asks for nothing: the gateway reads the new state, and cuts off who may no longer be there. */
public final class AccountMachine implements StateMachine<DeviceAccount, AccountState, AccountEvent, Void> {

    @Override
    public AccountState initial(DeviceAccount facts) {
        return new AccountState.Pending();
    }

    @Override
    public Transition<AccountState, Void> on(DeviceAccount facts, AccountState state, AccountEvent event, Instant now) {
        return switch (event) {
            case AccountEvent.Approved(Actor by) ->
                state instanceof AccountState.Approved
                        ? ignore("already approved")
                        : to(new AccountState.Approved(by, now, List.of(), List.of()));
            case AccountEvent.Enrolled(Actor by, Credential first, List<String> topics) ->
                state.credentials().isEmpty()
                        ? to(new AccountState.Approved(by, now, List.of(first), topics))
                        : ignore("already has a credential; rotate it");
            case AccountEvent.Rotated(var unused, Credential next, boolean atOnce) -> rotate(state, next, atOnce);
            case AccountEvent.Used(String digest) -> use(state, digest);
            case AccountEvent.Revoked(Actor by, String reason) ->
                state instanceof AccountState.Revoked
                        ? ignore("already revoked")
                        : to(new AccountState.Revoked(by, now, reason));
        };
    }

    /** One that was handed out and never used gives way to the next. */
    private static Transition<AccountState, Void> rotate(AccountState state, Credential next, boolean atOnce) {
        return state instanceof AccountState.Approved approved
                        && !approved.credentials().isEmpty()
                ? to(with(
                        approved,
                        atOnce ? List.of(next) : List.of(approved.credentials().getFirst(), next)))
                : ignore("has no credential; enrol it");
    }

    private static Transition<AccountState, Void> use(AccountState state, String digest) {
        return state instanceof AccountState.Approved approved
                        && approved.credentials().size() > 1
                        && approved.credentials().getLast().digest().equals(digest)
                ? to(with(approved, List.of(approved.credentials().getLast())))
                : ignore("not the first use of a next credential");
    }

    private static AccountState with(AccountState.Approved state, List<Credential> credentials) {
        return new AccountState.Approved(state.by(), state.at(), credentials, state.topics());
    }
}
