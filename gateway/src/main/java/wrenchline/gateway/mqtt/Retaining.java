package wrenchline.gateway.mqtt;

import wrenchline.gateway.ingest.Acknowledgement;
import wrenchline.gateway.mqtt.hub.Hub;
import wrenchline.gateway.mqtt.hub.Publication;

/** Of a message that asks to be retained: acknowledged once what is retained of it is on disk too. */
record Retaining(Hub hub, Publication publication, Receipt receipt) implements Acknowledgement {

    @Override
    public void settled(Outcome outcome) {
        switch (outcome) {
            case KEPT -> hub.retain(publication, () -> receipt.settledAlone(outcome));
            case BAD_TOPIC, BAD_PAYLOAD -> receipt.settled(outcome);
        }
    }

    @Override
    public Runnable afterGroup() {
        return receipt.afterGroup();
    }
}
