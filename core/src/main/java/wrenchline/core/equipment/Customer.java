package wrenchline.core.equipment;

import java.util.List;

/**
 * A customer (客户).
 *
 * @param language {@code zh} or {@code en}: in which the customer is spoken to
 * @param phones the numbers by which a caller is recognised, as dialled in China or in E.164
 */
public record Customer(CustomerId id, String name, String address, String language, List<String> phones) {
    public Customer {
        phones = List.copyOf(phones);
    }
}
