package wrenchline.gateway.identity;

/**
 * What somebody shows who wants to come in.
 *
 * @param address from where, without the port
 * @param username empty when there is none
 * @param password empty when there is none
 * @param certificate SHA-256 in hex of a client certificate that our authority signed; empty when there is none
 */
public record Attempt(String address, String username, String password, String certificate) {
    @Override
    public String toString() {
        return "attempt from " + address;
    }
}
