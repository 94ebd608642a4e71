from dataclasses import dataclass, field
@dataclass
class ActorPhrase:
    first:int; last:int; name:object=None; role:object=None; label:str='person'; gender:object=None; plural:bool=False; named:bool=False; parts:list=field(default_factory=list)
def phrase_at(page, token, stop):
    i=token
    while i<stop and i<len(page) and not page.has(i,'mark') and page.word(i) not in ('في','ان','انه','انها','علي','الي','عن','خلال','من','ب','بان','بانه','قد') and not page.has(i,'cue'): i+=1
    return ActorPhrase(token,i) if i>token else None
