package wrenchline.dashboard.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wrenchline.core.document.Document;
import wrenchline.core.document.Documents;
import wrenchline.core.equipment.EquipmentId;

/** The documents of machines in memory. */
final class MemoryDocuments implements Documents {

    private final Map<EquipmentId, List<Document>> kept = new HashMap<>();

    @Override
    public void add(EquipmentId equipment, Document document) {
        kept.computeIfAbsent(equipment, any -> new ArrayList<>()).addFirst(document);
    }

    @Override
    public List<Document> of(EquipmentId equipment) {
        return List.copyOf(kept.getOrDefault(equipment, List.of()));
    }

    @Override
    public boolean remove(EquipmentId equipment, String sha256) {
        return kept.getOrDefault(equipment, List.of())
                .removeIf(document -> document.file().sha256().equals(sha256));
    }
}
