package wrenchline.core.access;

import wrenchline.core.equipment.CustomerId;

/** Whose machines somebody sees (数据范围). */
public sealed interface Reach {

    /** Everybody's. */
    record Everything() implements Reach {}

    /** One customer's alone. */
    record Own(CustomerId customer) implements Reach {}
}
