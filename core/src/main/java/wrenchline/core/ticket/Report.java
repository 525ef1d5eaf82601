package wrenchline.core.ticket;

/**
 * What whoever asked for help said (报修内容).
 *
 * @param name of whoever reported it
 * @param phone at which they are reached
 * @param address where the equipment stands, when it is none that the register knows
 * @param text what is wrong or wanted, in their words
 */
public record Report(String name, String phone, String address, String text) {}
