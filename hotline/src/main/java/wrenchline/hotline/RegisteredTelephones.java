package wrenchline.hotline;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wrenchline.core.desk.Books;
import wrenchline.core.desk.Transactions;
import wrenchline.core.equipment.PhoneNumber;
import wrenchline.hotline.asterisk.AsteriskProcess;

/** Keeps the telephones that may register (分机) in step with the register of customers and the roster. */
final class RegisteredTelephones implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegisteredTelephones.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final AsteriskProcess process;
    private final Transactions transactions;
    private volatile boolean closing;

    private RegisteredTelephones(AsteriskProcess process, Transactions transactions) {
        this.process = process;
        this.transactions = transactions;
    }

    static RegisteredTelephones start(AsteriskProcess process, Transactions transactions) throws IOException {
        RegisteredTelephones telephones = new RegisteredTelephones(process, transactions);
        process.telephones(telephones.numbers());
        Thread.ofVirtual().name("telephones").start(telephones::follow);
        return telephones;
    }

    private void follow() {
        while (!closing) {
            try {
                Thread.sleep(PAUSE);
                process.telephones(numbers());
            } catch (InterruptedException closed) {
                return;
            } catch (IOException | RuntimeException problem) {
                LOG.warn("looking for new telephone numbers: {}", problem.getMessage());
            }
        }
    }

    private Set<String> numbers() {
        return transactions.call(RegisteredTelephones::numbers);
    }

    private static Set<String> numbers(Books books) {
        Set<String> numbers = new TreeSet<>();
        books.register().customers().forEach(customer -> numbers.addAll(customer.phones()));
        books.rosters().current().staff().forEach(member -> numbers.add(member.phone()));
        Set<String> dialled = new TreeSet<>();
        numbers.forEach(number -> dialled.add(PhoneNumber.normalise(number)));
        return dialled;
    }

    @Override
    public void close() {
        closing = true;
    }
}
