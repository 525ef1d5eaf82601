package wrenchline.dashboard.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.Customer;
import wrenchline.core.equipment.CustomerId;
import wrenchline.core.equipment.PhoneNumber;

/** Customers, one a line; several phones have semicolons between them. */
record CustomerRegister() implements Register<Customer> {

    @Override
    public List<String> columns() {
        return List.of("id", "name", "address", "language", "phones", "class", "territory");
    }

    @Override
    public List<Customer> all(Books books) {
        return books.register().customers();
    }

    @Override
    public List<String> write(Customer one) {
        return List.of(
                one.id().value(),
                one.name(),
                one.address(),
                one.language(),
                String.join(";", one.phones()),
                one.serviceClass(),
                one.territory());
    }

    @Override
    public Customer read(Cells cells, Books books) {
        List<String> phones = cells.list("phones");
        phones.stream()
                .filter(phone -> PhoneNumber.normalise(phone).isEmpty())
                .forEach(phone -> cells.wrong("phones", "'" + phone + "' is no telephone number"));
        CustomerId id = new CustomerId(
                cells.text("id", text -> text.matches("[A-Za-z0-9._-]{1,64}"), "1 to 64 of A-Z a-z 0-9 . _ -"));
        Optional<Customer> known = books.register().find(id);
        return new Customer(
                id,
                cells.needed("name"),
                cells.text("address"),
                cells.text("language", one -> one.equals("zh") || one.equals("en"), "zh or en"),
                phones,
                cells.has("class")
                        ? cells.text("class")
                        : known.map(Customer::serviceClass).orElse(""),
                cells.has("territory")
                        ? cells.text("territory")
                        : known.map(Customer::territory).orElse(""));
    }

    /** A file that says nothing of them changes neither. */
    @Override
    public Set<String> optional() {
        return Set.of("class", "territory");
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
