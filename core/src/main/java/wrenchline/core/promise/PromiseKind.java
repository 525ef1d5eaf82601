package wrenchline.core.promise;

/** What the tender promises with a clock. */
public enum PromiseKind {
    /** An engineer talks to the caller (30分钟内响应并给予最佳技术支持). */
    CALLBACK,
    /** Somebody takes the ticket (两小时内响应). */
    RESPONSE,
    /** An engineer is on site (十二小时抵达现场). */
    ON_SITE,
    /** Parts are swapped (24小时内备件更换). */
    PARTS
}
