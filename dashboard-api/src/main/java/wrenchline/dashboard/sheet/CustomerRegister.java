package wrenchline.dashboard.sheet;

import java.util.List;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.PhoneNumber;

/** Customers, one a line; several phones have semicolons between them. */
record CustomerRegister() implements Register<Customer> {

    @Override
    public List<String> columns() {
        return List.of("id", "name", "address", "language", "phones");
    }

    @Override
    public List<Customer> all(Books books) {
        return books.register().customers();
    }

    @Override
    public List<String> write(Customer one) {
        return List.of(one.id().value(), one.name(), one.address(), one.language(), String.join(";", one.phones()));
    }

    @Override
    public Customer read(Cells cells, Books books) {
        List<String> phones = cells.list("phones");
        phones.stream()
                .filter(phone -> PhoneNumber.normalise(phone).isEmpty())
                .forEach(phone -> cells.wrong("phones", "'" + phone + "' is no telephone number"));
        return new Customer(
                new CustomerId(
                        cells.text("id", id -> id.matches("[A-Za-z0-9._-]{1,64}"), "1 to 64 of A-Z a-z 0-9 . _ -")),
                cells.needed("name"),
                cells.text("address"),
                cells.text("language", one -> one.equals("zh") || one.equals("en"), "zh or en"),
                phones);
    }

    @Override
    public String key(Customer one) {
        return one.id().value();
    }

    @Override
    public void enter(Books books, List<Customer> all) {
        all.forEach(books.register()::put);
    }
}
