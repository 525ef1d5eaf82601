package wrenchline.core.access;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All accounts. */
public interface Accounts {

    /** In order of their names. */
    List<Account> all();

    Optional<Account> find(AccountName name);

    /** Enters a new one; false when the name is taken. */
    boolean add(Account account);

    /** Changes one, alone among all who would at the same time; what it became, or nothing when there is none. */
    Optional<Account> change(AccountName name, UnaryOperator<Account> change);
}
