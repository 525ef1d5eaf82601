package wrenchline.dashboard.sheet;

import java.util.List;
import java.util.Set;
import wrenchline.core.desk.Books;
import wrenchline.core.equipment.Names;
import wrenchline.core.parts.Part;

/**
 * Spare parts, one a line; several models have semicolons between them; without a cost, nobody can be quoted one.
 *
 * @param models ids of the known equipment models
 */
record PartSheet(Set<String> models) implements Register<Part> {

    private static final int MOST = 10_000_000;

    /** Ten million in the currency's whole unit. */
    private static final int DEAREST = 1_000_000_000;

    @Override
    public List<String> columns() {
        return List.of("number", "name_zh", "name_en", "models", "unit", "place", "stock", "component", "cost_cents");
    }

    @Override
    public List<Part> all(Books books) {
        return books.parts().all();
    }

    @Override
    public List<String> write(Part one) {
        return List.of(
                one.number(),
                one.names().zh(),
                one.names().en(),
                String.join(";", one.models()),
                one.unit(),
                one.place(),
                Integer.toString(one.stock()),
                one.component(),
                one.costIfKnown().isEmpty()
                        ? ""
                        : Long.toString(one.costIfKnown().getAsLong()));
    }

    @Override
    public Part read(Cells cells, Books books) {
        List<String> fits = cells.list("models");
        fits.stream()
                .filter(model -> !models.contains(model))
                .forEach(model -> cells.wrong("models", "there is no model '" + model + "'"));
        return new Part(
                cells.needed("number"),
                new Names(cells.needed("name_zh"), cells.needed("name_en")),
                fits,
                cells.text("unit"),
                cells.text("place"),
                cells.number("stock", 0, MOST, 0),
                cells.text("component"),
                cells.text("cost_cents").isEmpty() ? null : (long) cells.number("cost_cents", 0, DEAREST, 0));
    }

    @Override
    public Set<String> optional() {
        return Set.of("component", "cost_cents");
    }

    @Override
    public String key(Part one) {
        return one.number();
    }

    @Override
    public void enter(Books books, List<Part> all) {
        all.forEach(books.parts()::put);
    }
}
