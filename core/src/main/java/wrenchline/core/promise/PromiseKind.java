package wrenchline.core.promise;

/** What the tender promises with a clock. */
public enum PromiseKind {
    /** An engineer talks to the caller (30分钟内响应并给予最佳技术支持). */
    CALLBACK,
    /** Somebody takes the ticket (两小时内响应). */
    RESPONSE,
    /** An engineer is on site (十二小时抵达现场). */
    ON_SITE,
    /** What is wrong and what is to be done is written down (14小时到场诊断并提交解决方案). */
    DIAGNOSIS,
    /** Parts are swapped (24小时内备件更换). */
    PARTS,
    /** It is mended (承诺时间内完成). */
    COMPLETION
}
