package wrenchline.core.equipment;

import java.util.List;

/**
 * A customer (客户).
 *
 * @param language {@code zh} or {@code en}: in which the customer is spoken to
 * @param serviceClass by which the policy may promise more (客户类别); empty for none
 * @param territory of service (服务区域); empty when unknown
 * @param phones the numbers by which a caller is recognised, as dialled in China or in E.164
 */
public record Customer(
        CustomerId id,
        String name,
        String address,
        String language,
        List<String> phones,
        String serviceClass,
        String territory) {
    public Customer {
        phones = List.copyOf(phones);
    }

    /** A customer of no class and nowhere in particular. */
    public Customer(CustomerId id, String name, String address, String language, List<String> phones) {
        this(id, name, address, language, phones, "", "");
    }
}
